package main

import (
	"github.com/vmware/govmomi/object"
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/types"
)

// placeDisks makes new disks stand in the datastore that they ask for, as a vCenter server does. The simulator looks at
// the file name alone, and puts a disk without one beside its VM.
func placeDisks(ctx *simulator.Context, method *simulator.Method) (mo.Reference, types.BaseMethodFault) {
	for _, change := range deviceChanges(method.Body) {
		spec := change.GetVirtualDeviceConfigSpec()
		disk, is := spec.Device.(*types.VirtualDisk)
		if !is || spec.Operation != types.VirtualDeviceConfigSpecOperationAdd {
			continue
		}
		backing, is := disk.Backing.(types.BaseVirtualDeviceFileBackingInfo)
		if !is {
			continue
		}
		file := backing.GetVirtualDeviceFileBackingInfo()
		if file.FileName != "" || file.Datastore == nil {
			continue
		}
		if store, is := ctx.Map.Get(*file.Datastore).(*simulator.Datastore); is {
			file.FileName = (&object.DatastorePath{Datastore: store.Name}).String()
		}
	}
	return nil, nil
}

func deviceChanges(request types.AnyType) []types.BaseVirtualDeviceConfigSpec {
	switch request := request.(type) {
	case *types.ReconfigVM_Task:
		return request.Spec.DeviceChange
	case *types.CreateVM_Task:
		return request.Config.DeviceChange
	case *types.CloneVM_Task:
		return request.Spec.Location.DeviceChange
	default:
		return nil
	}
}
