package main

import (
	"context"
	"fmt"

	"github.com/vmware/govmomi/object"
	"github.com/vmware/govmomi/vim25/types"
)

// template is a VM to clone machines from, shaped as Talos publishes its own.
type template struct {
	Name string `json:"name"`
	// DiskGiB is the capacity of its only disk.
	DiskGiB   int64  `json:"diskGiB"`
	Datastore string `json:"datastore"`
}

func addTemplate(ctx context.Context, folder *object.Folder, pool *object.ResourcePool, template template) error {
	devices := object.VirtualDeviceList{}
	controller, err := devices.CreateSCSIController("pvscsi")
	if err != nil {
		return err
	}
	devices = append(devices, controller)
	key := controller.(types.BaseVirtualController).GetVirtualController().Key
	disk := &types.VirtualDisk{
		VirtualDevice: types.VirtualDevice{
			ControllerKey: key,
			UnitNumber:    types.NewInt32(0),
			Backing: &types.VirtualDiskFlatVer2BackingInfo{
				DiskMode:        string(types.VirtualDiskModePersistent),
				ThinProvisioned: types.NewBool(true),
			},
		},
		CapacityInKB: template.DiskGiB << 20,
	}
	network, err := object.EthernetCardTypes().CreateEthernetCard("vmxnet3", &types.VirtualEthernetCardNetworkBackingInfo{
		VirtualDeviceDeviceBackingInfo: types.VirtualDeviceDeviceBackingInfo{DeviceName: "VM Network"},
	})
	if err != nil {
		return err
	}
	changes, err := append(devices, disk, network).ConfigSpec(types.VirtualDeviceConfigSpecOperationAdd)
	if err != nil {
		return err
	}
	task, err := folder.CreateVM(ctx, types.VirtualMachineConfigSpec{
		Name:         template.Name,
		GuestId:      string(types.VirtualMachineGuestOsIdentifierOther3xLinux64Guest),
		Firmware:     string(types.GuestOsDescriptorFirmwareTypeBios),
		NumCPUs:      2,
		MemoryMB:     2048,
		Files:        &types.VirtualMachineFileInfo{VmPathName: fmt.Sprintf("[%s]", template.Datastore)},
		DeviceChange: changes,
	}, pool, nil)
	if err != nil {
		return err
	}
	created, err := task.WaitForResult(ctx)
	if err != nil {
		return err
	}
	return object.NewVirtualMachine(folder.Client(), created.Result.(types.ManagedObjectReference)).MarkAsTemplate(ctx)
}
