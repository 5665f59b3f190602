// Imported before @cdktf/commons, which asks Terraform for its version as soon as it is loaded, and reports to its maker
// over the network where that fails. Generating needs neither.
process.env.CHECKPOINT_DISABLE = '1';
process.env.TERRAFORM_BINARY_NAME = 'true';

export {};
